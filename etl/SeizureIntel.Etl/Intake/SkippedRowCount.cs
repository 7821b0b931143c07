namespace SeizureIntel.Etl.Intake;

internal sealed class SkippedRowCount
{
    public int Rows { get; set; }
}
