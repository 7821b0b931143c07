namespace SeizureIntel.Workbench.Series;

/// <summary>How far the periods of a series stand apart.</summary>
internal enum PeriodStep
{
    /// <summary>Numbered, without dates.</summary>
    Numbered,

    Day,
    Week,
    Month,
    Quarter,
    Year,
}
