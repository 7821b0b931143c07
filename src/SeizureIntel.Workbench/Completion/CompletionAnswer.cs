using System.Collections.Generic;

namespace SeizureIntel.Workbench.Completion;

/// <summary>How a text may go on.</summary>
/// <param name="Offers">Fields first, then values, those of most seizures first.</param>
public sealed record CompletionAnswer(IReadOnlyList<CompletionOffer> Offers);

/// <summary>One way to go on.</summary>
/// <param name="Text">The whole text as it would be.</param>
/// <param name="Field">The field.</param>
/// <param name="FieldLabel">Its English name.</param>
/// <param name="Value">The code; null for the field alone, whose value comes next.</param>
/// <param name="Label">The code's English name; the field's for the field alone.</param>
/// <param name="Seizures">Seizures with the value that the reader may see in this scope; null for the field alone.</param>
public sealed record CompletionOffer(string Text, string Field, string FieldLabel, string? Value, string Label, int? Seizures);
