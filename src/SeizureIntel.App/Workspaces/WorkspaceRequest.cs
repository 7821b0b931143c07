namespace SeizureIntel.App.Workspaces;

/// <summary>Which data folder to open, and how.</summary>
/// <param name="DataFolder">Path of the folder, relative to the current one; null for the configured one.</param>
/// <param name="IsWriting">False to leave an absent folder absent: what is read from it is empty.</param>
/// <param name="IsVerbose">True to log every stage on standard error.</param>
internal sealed record WorkspaceRequest(string? DataFolder, bool IsWriting, bool IsVerbose);
