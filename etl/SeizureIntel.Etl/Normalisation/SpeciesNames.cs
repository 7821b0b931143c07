using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Scientific names: a genus alone or genus and species, written as the codes of nomenclature write them.</summary>
internal static partial class SpeciesNames
{
    public static Reading Read(string text, CodeReader codes, CodeList? nonValues)
    {
        if (codes.Find(text) is { } stated)
            return new Reading { One = Reading.Known(stated, text) };
        if (Lists.Missing(nonValues, text) is { } missing)
            return missing == NonValue.NotStated ? Reading.Blank : new Reading { One = Reading.Known(missing, text) };
        if (!Name().IsMatch(text))
            return new Reading { One = new Stated(NonValue.Unmapped, text), Issues = [(IssueCode.UnknownCode, text)] };
        string[] words = text.Split(' ', System.StringSplitOptions.RemoveEmptyEntries);
        string name =
            char.ToUpperInvariant(words[0][0])
            + words[0][1..].ToLowerInvariant()
            + string.Concat(words.Skip(1).Select(w => " " + w.ToLowerInvariant()));
        return new Reading { One = Reading.Known(name, text) };
    }

    [GeneratedRegex(
        @"^[A-Za-z]{3,}(?: +(?:spp?\.|[a-z]{2,}(?:-[a-z]+)?)){0,2}$|^[A-Za-z]{3,} +[A-Za-z]{3,}$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();
}
