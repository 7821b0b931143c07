namespace SeizureIntel.App.Workspaces;

/// <summary>Where things lie; absolute paths.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Sources">Holds one folder a source.</param>
/// <param name="Charts">Holds the chart library's npm packages.</param>
internal sealed record Folders(string Data, string Sources, string Charts);
