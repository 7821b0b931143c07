namespace SeizureIntel.Submissions;

/// <summary>The row that a row mends: where it stood when it was first sent, through however many workbooks it went since.</summary>
/// <param name="Submission">The submission that refused it first.</param>
/// <param name="Row">Its number there, as a spreadsheet shows it.</param>
public readonly record struct RowOrigin(string Submission, int Row);
