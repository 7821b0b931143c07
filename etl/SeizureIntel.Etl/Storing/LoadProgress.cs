namespace SeizureIntel.Etl.Storing;

/// <summary>How far a load has come.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="RowsRead">Rows read so far.</param>
public sealed record LoadProgress(string FileName, int RowsRead);
