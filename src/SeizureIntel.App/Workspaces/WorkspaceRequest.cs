namespace SeizureIntel.App.Workspaces;

/// <summary>Which data folder to open, and how.</summary>
/// <param name="DataFolder">Path of the folder, relative to the current one; null for the configured one.</param>
/// <param name="IsWriting">False to leave an absent folder absent: what is read from it is empty.</param>
/// <param name="IsVerbose">True to log every stage on standard error.</param>
/// <param name="IsServing">True where others will ask meanwhile: a processor is kept free for them.</param>
internal sealed record WorkspaceRequest(string? DataFolder, bool IsWriting, bool IsVerbose, bool IsServing = false);
