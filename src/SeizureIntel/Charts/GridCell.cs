namespace SeizureIntel.Charts;

/// <summary>A cell of a grid.</summary>
/// <param name="Column">Position of its column, from 0.</param>
/// <param name="Row">Position of its row, from 0 on top.</param>
/// <param name="Value">The count; null where it is suppressed.</param>
/// <param name="Text">What is written in it.</param>
public sealed record GridCell(int Column, int Row, double? Value, string Text);
