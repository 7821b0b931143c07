using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Divisions and stations of a route: a code where the list has it, else the text under UNMAPPED, without an issue, for their lists are
/// open.</summary>
internal static partial class Places
{
    /// <summary>A first-level division: an ISO 3166-2 code, or a name.</summary>
    public static Reading Division(string text, CodeReader codes)
    {
        if (Subdivision().IsMatch(text))
            return new Reading { One = Reading.Known(text.ToUpperInvariant(), text) };
        Reading read = codes.One(text);
        return read.One.Code == NonValue.Unmapped ? read with { Issues = [] } : read;
    }

    /// <summary>A station: a UN/LOCODE, or a name.</summary>
    public static Reading Station(string text, CodeList? gazetteer, CodeList? nonValues)
    {
        if (OpenCodes.Locode.Match(text) is { Success: true } match)
        {
            string code = match.Groups[1].Value + match.Groups[2].Value;
            // A town of five capital letters has the form too; the gazetteer, where there is one, decides.
            if (gazetteer is null || gazetteer.FindCode(code) is not null)
                return new Reading { One = Reading.Known(code, text) };
        }

        if (Lists.Missing(nonValues, text) is { } missing)
            return missing == NonValue.NotStated ? Reading.Blank : new Reading { One = Reading.Known(missing, text) };
        return new Reading { One = new Stated(NonValue.Unmapped, text) };
    }

    [GeneratedRegex("^[A-Za-z]{2}-[A-Za-z0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Subdivision();
}
