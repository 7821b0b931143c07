using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

public sealed class HeadingFieldsTests
{
    private readonly HeadingFields _schema = new(CommittedCodeLists.All);

    [Theory]
    [InlineData("calibre", "H08", true)]
    [InlineData("calibre", "H02", false)]
    [InlineData("species", "H04", true)]
    [InlineData("species", "H01", false)]
    [InlineData("brand", "H03", true)]
    public void A_heading_has_its_fields_and_those_of_all(string field, string heading, bool has) =>
        Assert.Equal(has, _schema.Has(field, heading));

    [Theory]
    [InlineData("ILLICIT_WHITE", "H02", true)]
    [InlineData("ILLICIT_WHITE", "H05", false)]
    [InlineData("COUNTERFEIT", "H05", true)]
    public void A_heading_has_the_codes_that_its_goods_can_have(string code, string heading, bool has) =>
        Assert.Equal(has, _schema.Has("authenticity", code, heading));

    // Spirits are litres and litres of alcohol: no square metres, no rounds.
    [Fact]
    public void Units_are_those_that_goods_of_the_heading_are_counted_in()
    {
        string[] units = [.. _schema.CodesOf(SeizureFields.Template.Single(f => f.Name == "unit"), "H03").Select(c => c.Value)];
        Assert.Contains("LTR", units);
        Assert.Contains("LPA", units);
        Assert.DoesNotContain("MTK", units);
        Assert.DoesNotContain("ROUND", units);
    }

    [Theory]
    [InlineData("colour", "H08")]
    [InlineData("authenticity=RUSTY", "H08")]
    [InlineData("calibre", "H77")]
    public void A_row_of_the_schema_that_means_nothing_is_an_error(string name, string heading)
    {
        string text = $"code,parent,label_en,aliases,headings,level\n{name},,Name,,{heading},item\n";
        CodeList wrong = CodeListFiles.Parse(new Dictionary<string, string> { ["heading_fields.csv"] = text })["heading_fields"];
        var lists = new CodeListSet(CommittedCodeLists.All.Lists.Where(l => l.Name != "heading_fields").Append(wrong));
        Assert.Throws<FormatException>(() => new HeadingFields(lists));
    }
}
