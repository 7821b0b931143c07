using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

/// <summary>The words of UNODC's Individual Drug Seizures 2011-2013 against the lists.</summary>
public sealed class UnodcVocabularyTests
{
    private static readonly string Source = Path.Combine(House.Root, "..", "shared", "data", "unodc_ids_2011_2016", "dev_2011_2013.csv.gz");

    private static readonly Lazy<string[]> Lines = new(Read);

    /// <summary>Column, list, a prefix that names the heading, and what may stay unread there because it is a non-value or a plain "Other".</summary>
    [Theory]
    [InlineData("DRUG_NAME", "products", "H01 ", "")]
    [InlineData("DRUG_UNIT", "units", "", "")]
    [InlineData("COUNTRY", "countries", "", "")]
    [InlineData("PRODUCING_COUNTRY", "countries", "", "Unknown;Other")]
    [InlineData("DEPARTURE_COUNTRY", "countries", "", "Unknown;Other")]
    [InlineData("DESTINATION_COUNTRY", "countries", "", "Unknown;Other")]
    [InlineData("HIDING_PLACE", "concealment", "", "Other")]
    [InlineData("INSTALLATION", "place_type", "", "")]
    [InlineData("TRANSPORT", "mode_of_transport", "", "Other;None;Unknown")]
    [InlineData("ROUTING", "direction", "", "Other")]
    public void Each_word_of_a_column_is_understood(string column, string list, string prefix, string unread)
    {
        Assert.SkipUnless(
            File.Exists(Source),
            "The UNODC file is not part of the repository and is not beside it: ../shared/data/unodc_ids_2011_2016."
        );

        IEnumerable<string> unknown = Words(column)
            .Where(w => (CommittedCodeLists.All[list].Find(w) ?? CommittedCodeLists.All[list].Find(prefix + w)) is null);

        Assert.Equal(
            unread.Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            unknown.Order(StringComparer.Ordinal)
        );
    }

    private static HashSet<string> Words(string column)
    {
        int at = Array.IndexOf(Lines.Value[0].Split(';'), column);
        return [.. Lines.Value.Skip(1).Select(l => Cell(l, at)).Where(w => w.Length > 0)];
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Source), CompressionMode.Decompress));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            // A place name may be quoted and hold semicolons or line ends.
            while (line.Count(c => c == '"') % 2 == 1)
                line += "\n" + reader.ReadLine();
            lines.Add(line);
        }

        return [.. lines];
    }

    private static string Cell(string line, int index)
    {
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                isQuoted = !isQuoted;
            if (i < line.Length && (line[i] != ';' || isQuoted))
                continue;
            if (index-- == 0)
                return line[start..i].Trim('"');
            start = i + 1;
        }

        return "";
    }
}
