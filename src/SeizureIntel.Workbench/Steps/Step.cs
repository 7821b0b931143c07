namespace SeizureIntel.Workbench.Steps;

/// <summary>How far a long step has come.</summary>
/// <param name="Title">What is done, as a watcher reads it; another title is another step.</param>
/// <param name="Done">Units done so far.</param>
/// <param name="Total">Units in all; null while that is unknown.</param>
/// <param name="Unit">One unit's name, "row".</param>
public sealed record Step(string Title, int Done, int? Total, string Unit);
