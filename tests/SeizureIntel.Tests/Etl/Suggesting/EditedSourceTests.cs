using System.Collections.Generic;
using System.IO;
using System.Linq;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using Xunit;

namespace SeizureIntel.Tests.Etl.Suggesting;

public sealed class EditedSourceTests
{
    private const string File =
        "fecha;droga;kg;barrio;zona x;remark no\n2023-02-01;cocaína;3;Centro;AA;1\n2023-02-02;heroína;4;Norte;BB;1\n2023-02-03;heroína;4;Sur;BB;1\n";

    private static SourceDescription Draft => SourceSuggesterTests.Suggest(File).Source!;

    [Fact]
    public void An_empty_edit_changes_nothing() =>
        Assert.Equal(SourceJsonText.Of(Draft), SourceJsonText.Of(EditedSource.Of(Draft, new MappingEdit(), Shipped.Lists)));

    [Fact]
    public void A_column_gets_a_field_and_another_is_left_out()
    {
        SourceDescription edited = Edited(
            new ColumnEdit { Column = "zona x", Field = "narrative" },
            new ColumnEdit { Column = "kg", Field = null }
        );
        Assert.Equal("narrative", edited.Columns.Single(c => c.Names[0] == "zona x").Field);
        Assert.NotNull(edited.Columns.Single(c => c.Names[0] == "kg").Ignored);
    }

    [Fact]
    public void Two_columns_of_words_are_read_together_and_apart_again()
    {
        SourceDescription both = Edited(
            new ColumnEdit { Column = "zona x", Field = "narrative" },
            new ColumnEdit { Column = "remark no", Field = "narrative" }
        );
        CombinedColumn narrative = both.Combined.Single(c => c.Field == "narrative");
        Assert.Equal(["zona x", "remark no"], narrative.Columns);
        SourceDescription one = EditedSource.Of(both, Of(new ColumnEdit { Column = "remark no" }), Shipped.Lists);
        Assert.DoesNotContain(one.Combined, c => c.Field == "narrative");
        Assert.Equal("narrative", one.Columns.Single(c => c.Names[0] == "zona x").Field);
    }

    [Fact]
    public void A_column_feeds_two_fields_and_keeps_its_codes()
    {
        SourceDescription edited = Edited(
            new ColumnEdit
            {
                Column = "zona x",
                Field = "country",
                Also = "reporting_country",
                Values = new Dictionary<string, string> { ["AA"] = "Spain", ["BB"] = "" },
            }
        );
        SourceColumn[] twice = [.. edited.Columns.Where(c => c.Names[0] == "zona x")];
        Assert.Equal(["country", "reporting_country"], twice.Select(c => c.Field));
        Assert.All(twice, c => Assert.Equal("ES", Assert.Single(c.Values).Value.Code));
    }

    [Fact]
    public void What_is_missing_is_told_until_it_is_said()
    {
        Assert.Equal(["country"], EditedSource.Missing(Draft));
        var constants = new MappingEdit { Constants = new Dictionary<string, string> { ["reporting_country"] = "Spain" } };
        SourceDescription edited = EditedSource.Of(Draft, constants, Shipped.Lists);
        Assert.Empty(EditedSource.Missing(edited));
        Assert.Equal("ES", edited.Constants["reporting_country"]);
    }

    [Fact]
    public void Two_columns_of_numbers_for_one_field_cannot_be() =>
        Assert.Throws<InvalidDataException>(() => Edited(new ColumnEdit { Column = "remark no", Field = "quantity" }));

    [Theory]
    [InlineData(4, 4)]
    [InlineData(0, null)]
    public void A_fiscal_year_begins_where_it_is_said(int said, int? kept) =>
        Assert.Equal(kept, EditedSource.Of(Draft, new MappingEdit { FiscalYearStart = said }, Shipped.Lists).Format.FiscalYearStart);

    [Fact]
    public void A_fiscal_year_begins_in_a_month() =>
        Assert.Throws<InvalidDataException>(() => EditedSource.Of(Draft, new MappingEdit { FiscalYearStart = 13 }, Shipped.Lists));

    [Fact]
    public void A_format_that_is_no_date_cannot_be() =>
        Assert.Throws<InvalidDataException>(() =>
            Edited(
                new ColumnEdit
                {
                    Column = "fecha",
                    Field = "seizure_date",
                    Formats = ["K"],
                }
            )
        );

    [Fact]
    public void The_view_of_an_edited_draft_says_what_was_said_by_hand()
    {
        SourceSuggestion found = SourceSuggesterTests.Suggest(File);
        SourceSuggestion view = DraftView.Of(found, Edited(new ColumnEdit { Column = "kg" }, new ColumnEdit { Column = "droga" }));
        ColumnSuggestion kg = view.Columns.Single(c => c.Column == "kg");
        Assert.Equal((null, ColumnState.SetAside, "said by hand"), (kg.Field, kg.State, kg.Reason));
        Assert.Equal(SuggestionVerdict.Complete, found.Verdict);

        // The heading H01 holds for every row, as all goods of the file were of it.
        Assert.Equal(SuggestionVerdict.Complete, view.Verdict);
        Assert.Equal(["country"], view.Missing);
    }

    private static SourceDescription Edited(params ColumnEdit[] columns) => EditedSource.Of(Draft, Of(columns), Shipped.Lists);

    private static MappingEdit Of(params ColumnEdit[] columns) => new() { Columns = columns };
}
