using System.Collections.Generic;

namespace SeizureIntel.Analytics.Findings;

/// <summary>A row of a figure table with the records behind it.</summary>
/// <param name="Cells">One cell a column: a number, a text or code, or null where there is no figure.</param>
/// <param name="Evidence">The records behind the row; null for rows of context, such as a baseline.</param>
public sealed record TableRow(IReadOnlyList<object?> Cells, Evidence? Evidence);
