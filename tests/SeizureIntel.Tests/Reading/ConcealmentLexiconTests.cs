using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Tests.CodeLists;
using Xunit;

namespace SeizureIntel.Tests.Reading;

public sealed class ConcealmentLexiconTests
{
    private static readonly PhraseLexicon Lexicon = PhraseLexicon.Of(
        [
            .. File.ReadLines(Path.Combine(LexiconFolder, "concealment_lexicon.csv"))
                .Skip(1)
                .Select(l => l.Split(','))
                .Select(c => new LexiconPhrase(c[0], c[1], c[2])),
        ],
        "0"
    );

    [Theory]
    [InlineData("en", "rifle found within the petrol tank of a van", "3.3")]
    [InlineData("en", "hidden in the fuell tank", "3.3")]
    [InlineData("pt", "munições no pneu sobressalente", "3.1.7")]
    [InlineData("pl", "amunicja ukryta w kole zapasowym", "3.1.7")]
    [InlineData("tr", "yakıt deposunda gizlenmiş silah", "3.3")]
    [InlineData("zh", "手枪藏在汽车油箱内", "3.3")]
    [InlineData("ar", "داخل خزان الوقود", "3.3")]
    [InlineData("de", "im Koffer mit doppeltem Boden", "2.1")]
    [InlineData("fr", "sans dissimulation", "0")]
    [InlineData("ru", "без сокрытия", "0")]
    [InlineData("zh", "未藏匿", "0")]
    public void Phrases_that_are_not_samples_are_understood_too(string language, string text, string code) =>
        Assert.StartsWith(code, Lexicon.FindPrimary(text, language) ?? "unmapped", StringComparison.Ordinal);

    [Fact]
    public void What_is_not_known_stays_unmapped()
    {
        Assert.Null(Lexicon.FindPrimary("three pistols seized", "en"));
        Assert.Null(Lexicon.FindPrimary("", "en"));
    }

    [Fact]
    public void In_the_of_Portuguese_is_no_negation()
    {
        Assert.StartsWith("3.3", Lexicon.FindPrimary("no tanque de combustível", "pt"), StringComparison.Ordinal);
        Assert.Equal("0", Lexicon.FindPrimary("no ocultas", "es"));
    }

    [Fact]
    public void Every_code_of_the_lexicon_is_in_the_code_list()
    {
        var rows = File.ReadLines(Path.Combine(LexiconFolder, "concealment_lexicon.csv")).Skip(1).ToArray();

        Assert.All(rows, row =>
            Assert.NotNull(CommittedCodeLists.All["concealment"].FindCode(row[..row.IndexOf(',', StringComparison.Ordinal)]))
        );
    }

    [Theory]
    [InlineData("concealment_lexicon.csv")]
    [InlineData("narrative_cues.csv")]
    [InlineData("column_words.csv")]
    [InlineData("goods_words.csv")]
    public void The_provenance_holds_rows_and_checksum(string name)
    {
        var file = Path.Combine(LexiconFolder, name);
        var cells = File.ReadLines(Path.Combine(LexiconFolder, "PROVENANCE.md"))
            .Single(l => l.StartsWith($"| {name} |", StringComparison.Ordinal))
            .Trim('|', ' ')
            .Split(" | ");

        Assert.Equal((File.ReadLines(file).Count() - 1).ToString(CultureInfo.InvariantCulture), cells[1]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), cells[2]);
    }

    private static string LexiconFolder => Path.Combine(CommittedCodeLists.Folder, "lexicons");
}
