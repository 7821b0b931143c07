namespace SeizureIntel.Synthetic.Running;

/// <summary>How far a simulation has come.</summary>
/// <param name="Weeks">Weeks drawn.</param>
/// <param name="WeeksInAll">Weeks to draw.</param>
/// <param name="FilesWritten">Files written.</param>
/// <param name="Files">Files to write; 0 until all weeks are drawn.</param>
public sealed record SimulationProgress(int Weeks, int WeeksInAll, int FilesWritten, int Files);
