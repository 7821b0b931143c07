using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Degrees of latitude and longitude.</summary>
internal static class Coordinates
{
    // Two decimals are about a kilometre: an exact residence is a quasi-identifier and is not kept.
    private const int DecimalsKept = 2;

    public static Reading Read(string text, int limit, CodeList? nonValues)
    {
        if (
            NumberText.Read(text, DecimalMark.Undecided, out string rest) is { } degrees
            && rest.Length == 0
            && degrees >= -limit
            && degrees <= limit
        )
            return new Reading { Number = decimal.Round(degrees, DecimalsKept) };
        return Lists.Missing(nonValues, text) is not null ? Reading.Blank : Reading.Problem(IssueCode.NotANumber, text);
    }
}
