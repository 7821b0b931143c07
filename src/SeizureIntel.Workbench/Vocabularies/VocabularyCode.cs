namespace SeizureIntel.Workbench.Vocabularies;

/// <summary>One code of the vocabulary.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">What it means.</param>
/// <param name="Parent">The code above it; null for none.</param>
/// <param name="Depth">Codes above it, from 0.</param>
/// <param name="Seizures">Seizures with the code or one below it, each once.</param>
/// <param name="Own">Seizures with the code itself.</param>
public sealed record VocabularyCode(string Code, string Label, string? Parent, int Depth, int Seizures, int Own);
