using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>The words of screening are files; an office adds its own, and a bad row is told with file and line.</summary>
public sealed class ScreeningListsTests
{
    private const string Header = "word,language,use,kind,status\n";

    private static readonly IReadOnlyList<(string Path, string Text)> Files = Shipped.ScreeningWords;

    [Fact]
    public void Words_that_an_office_adds_join_the_shipped_ones()
    {
        const string Sentence = "Bwana Kiprotich fled";
        Assert.Equal(Sentence, new NarrativeMask(Shipped.Screening).Mask(Sentence).Text);

        ScreeningLists own = ScreeningLists.Parse([.. Files, ("/office/triggers.csv", Header + "Bwana,sw,title,,office\n")]);
        Assert.Equal("Bwana [name] fled", new NarrativeMask(own).Mask(Sentence).Text);
        Assert.Equal("Mr. [name] fled", new NarrativeMask(own).Mask("Mr. Kiprotich fled").Text);
    }

    [Theory]
    [InlineData("triggers.csv", "Bwana,sw,lord,,office", "line 2: found the use 'lord', expected title, ")]
    [InlineData("triggers.csv", "Bwana,sw,title,person_name,office", "line 2: found the kind 'person_name', expected an empty cell")]
    [InlineData("header_words.csv", "jina,sw,certain,nom,office", "line 2: found the kind 'nom', expected person_name, ")]
    [InlineData("given_names.csv", "Baraka,Swahili,,,office", "line 2: found the language 'Swahili', expected a code of ISO 639")]
    [InlineData("given_names.csv", "Baraka,sw,,,office\n,sw,,,office", "line 3: the cell 'word' is empty")]
    [InlineData("given_names.csv", "Baraka,sw", "line 2: found 2 cells, expected 5")]
    [InlineData("given_names.csv", "Baraka ,sw,,,office", "line 2: 'Baraka ' starts or ends with a blank")]
    [InlineData("names.csv", "Baraka,sw,,,office", "found a file of this name, expected ")]
    public void A_bad_row_is_told_with_file_and_line(string file, string rows, string told)
    {
        FormatException error = Assert.Throws<FormatException>(() =>
            ScreeningLists.Parse([.. Files, ("/office/" + file, Header + rows + "\n")])
        );
        Assert.StartsWith("/office/" + file, error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_header_is_told() =>
        Assert.Contains(
            "line 1: found the columns word,lang; expected word,language,use,kind,status",
            Assert.Throws<FormatException>(() => ScreeningLists.Parse([.. Files, ("/office/brands.csv", "word,lang\nx,en\n")])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_list_without_words_is_told() =>
        Assert.Contains(
            "brands.csv: found no words",
            Assert
                .Throws<FormatException>(() =>
                    ScreeningLists.Parse(Files.Where(f => !f.Path.EndsWith("brands.csv", StringComparison.Ordinal)))
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Each_shipped_list_has_its_provenance()
    {
        string provenance = File.ReadAllText(Path.Combine(House.Root, "etl", "screening", "PROVENANCE.md"));
        foreach ((string path, _) in Files)
            Assert.Contains($"| {Path.GetFileName(path)} |", provenance, StringComparison.Ordinal);
    }
}
