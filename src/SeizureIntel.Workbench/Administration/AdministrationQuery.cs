namespace SeizureIntel.Workbench.Administration;

/// <summary>What people, offices or keys there are, or how the system is; nothing is chosen.</summary>
public sealed record AdministrationQuery;
