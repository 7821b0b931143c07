using System.Collections.Generic;

namespace SeizureIntel.App.Workspaces;

/// <summary>Migrations applied when the folder was opened, oldest first.</summary>
internal sealed record AppliedMigrations(IReadOnlyList<string> Names);
