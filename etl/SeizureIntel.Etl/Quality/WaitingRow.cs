namespace SeizureIntel.Etl.Quality;

/// <summary>A row of a case that has others, with its place in what its block gave.</summary>
/// <param name="Row">The row.</param>
/// <param name="Cases">Whole cases of the block that stand before it.</param>
/// <param name="Issues">Issues of the block up to its own.</param>
internal sealed record WaitingRow(AcceptedRow Row, int Cases, int Issues);
