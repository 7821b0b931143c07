namespace SeizureIntel.Etl.Normalisation;

/// <summary>Which of two numbers is the day in a column's dates.</summary>
internal enum DateOrder
{
    /// <summary>The column does not tell: day first, with an issue where day and month could be swapped.</summary>
    Undecided,

    /// <summary>Day before month.</summary>
    DayFirst,

    /// <summary>Month before day.</summary>
    MonthFirst,
}
