using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Cells that hold a count.</summary>
internal static class Counts
{
    public static Reading Read(string text, CodeList? nonValues)
    {
        if (
            NumberText.Read(text, DecimalMark.Undecided, out string rest) is { } number
            && rest.Length == 0
            && number >= 0
            && number == decimal.Truncate(number)
            && number <= int.MaxValue
        )
            return new Reading { Number = number };
        return Lists.Missing(nonValues, text) is not null ? Reading.Blank : Reading.Problem(IssueCode.NotANumber, text);
    }

    /// <summary>How many serial numbers a cell lists; the numbers themselves go no further.</summary>
    public static Reading SerialNumbers(string text, string[] separators, CodeList? nonValues)
    {
        if (Lists.Missing(nonValues, text) is not null)
            return Reading.Blank;
        return new Reading { Number = SerialNumberCell.Count(text) ?? SerialNumberCell.Numbers(text, separators, nonValues).Count() };
    }
}
