namespace SeizureIntel.Synthetic.Files;

/// <summary>A defect that was written into a file on purpose.</summary>
/// <param name="Kind">What is wrong, such as <c>country_spelling</c>.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Row">The row, as a spreadsheet shows it (header = 1).</param>
/// <param name="Means">What the row means all the same: a code, a number in kilograms or pieces, or a word for what is not known.</param>
public sealed record Defect(string Kind, string File, int Row, string Means);
