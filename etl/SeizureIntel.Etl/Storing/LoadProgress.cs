namespace SeizureIntel.Etl.Storing;

/// <summary>How far a load has come.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="RowsRead">Rows taken in so far.</param>
/// <param name="Rows">Rows of the file; null until it has been looked through once.</param>
public sealed record LoadProgress(string FileName, int RowsRead, int? Rows);
