namespace SeizureIntel.Submissions;

/// <summary>Something a row said that was not understood, was stopped by screening, or looks wrong; the row itself is kept.</summary>
/// <param name="Row">The row number a spreadsheet shows (header = 1).</param>
/// <param name="Field">The template field concerned, or the source's column where it maps to none.</param>
/// <param name="Code">One of <see cref="IssueCode"/>.</param>
/// <param name="Text">What was written, for codes and words that were not understood; null wherever screening had a say.</param>
public readonly record struct Issue(int Row, string Field, IssueCode Code, string? Text);
