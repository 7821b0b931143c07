namespace SeizureIntel.App.Workspaces;

/// <summary>Where things lie; absolute paths.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Shared">Holds what all processes over one store share: archive, keys, models, words of screening. The data folder unless set.</param>
/// <param name="Sources">Holds one folder a source.</param>
/// <param name="Charts">Holds the chart library's npm packages.</param>
internal sealed record Folders(string Data, string Shared, string Sources, string Charts);
