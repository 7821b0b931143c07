namespace SeizureIntel.Workbench.Series;

/// <summary>One figure of a whole series.</summary>
/// <param name="Name">Its name, in snake_case.</param>
/// <param name="Value">The figure; null where the data do not give it.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="At">The period it belongs to; null for the whole series.</param>
public sealed record SeriesFigureReply(string Name, double? Value, string Unit, string? At = null);
