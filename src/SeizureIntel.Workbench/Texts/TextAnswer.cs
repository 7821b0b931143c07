using System.Collections.Generic;
using SeizureIntel.Proposals;

namespace SeizureIntel.Workbench.Texts;

/// <summary>What was masked in a text, and what it says.</summary>
/// <param name="Text">The masked text.</param>
/// <param name="Masked">What stood where something was masked: class and place in the text as given.</param>
/// <param name="Codes">What the masked text says; places are in the masked text.</param>
public sealed record TextAnswer(string Text, IReadOnlyList<MaskedPart> Masked, IReadOnlyList<Proposal> Codes);
