namespace SeizureIntel.Etl.Intake;

/// <summary>How a number cell is shown: as a number, or as a date or time of a given precision.</summary>
internal enum CellStyle
{
    Number,
    Date,
    DateTime,
    Month,
    Year,
    Time,
}
