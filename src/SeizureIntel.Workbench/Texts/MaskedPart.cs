namespace SeizureIntel.Workbench.Texts;

/// <summary>A masked part of a text; never its letters.</summary>
/// <param name="Class">What kind of personal data it was.</param>
/// <param name="Start">Its first character in the text as given, from 0.</param>
/// <param name="Length">Its length in characters.</param>
public sealed record MaskedPart(string Class, int Start, int Length);
