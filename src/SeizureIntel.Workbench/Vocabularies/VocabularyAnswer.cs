using System.Collections.Generic;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Vocabularies;

/// <summary>The concealment vocabulary as a tree.</summary>
/// <param name="Known">Seizures with a known hiding place, of those of the scope.</param>
/// <param name="Codes">The codes in the order of the list, each before those below it.</param>
public sealed record VocabularyAnswer(KnownOf Known, IReadOnlyList<VocabularyCode> Codes);
