using System.Collections.Generic;

namespace SeizureIntel.Submissions;

/// <summary>One row as received, after screening.</summary>
/// <param name="Row">The row number a spreadsheet shows (header = 1).</param>
/// <param name="Cells">The cells in the order of the file's columns.</param>
public sealed record ArchivedRow(int Row, IReadOnlyList<string> Cells);
