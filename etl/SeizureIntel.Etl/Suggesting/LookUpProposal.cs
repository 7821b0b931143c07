namespace SeizureIntel.Etl.Suggesting;

/// <summary>A value that a code list does not know, and the code it seems to mean.</summary>
/// <param name="Column">The column as it may be shown.</param>
/// <param name="Field">The template field.</param>
/// <param name="Value">The value; it has passed the screen.</param>
/// <param name="Code">The code proposed; null where none is near.</param>
/// <param name="Confidence">0 to 1; 0 without a code.</param>
/// <param name="Rows">Rows of the profiled part that have it.</param>
public sealed record LookUpProposal(string Column, string Field, string Value, string? Code, double Confidence, int Rows);
