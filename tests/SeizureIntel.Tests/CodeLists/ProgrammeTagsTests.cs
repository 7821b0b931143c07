using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

public sealed class ProgrammeTagsTests
{
    private readonly ProgrammeTags _tags = new(CommittedCodeLists.All);

    // Global Shield began in November 2010; a product is watched with those below it; a subheading of HS by itself where it holds nothing else.
    [Theory]
    [InlineData("ammonium_nitrate", null, "2023-01-01", "PGS")]
    [InlineData("ammonium_nitrate", null, "2010-10-31", "")]
    [InlineData("pistol", null, "2000-01-01", "SALW")]
    [InlineData(null, "310230", "2023-01-01", "PGS")]
    [InlineData(null, "282919", "2023-01-01", "")]
    [InlineData("uranium_heu", "284420", "2023-01-01", "STCE")]
    [InlineData("cocaine", null, "2023-01-01", "")]
    public void A_seizure_bears_the_programmes_that_watch_its_goods_on_its_date(string? product, string? hs, string date, string programmes)
    {
        Case bare = Samples.Bare(1, Samples.Submission());
        Case read = bare with
        {
            SeizureDate = new SeizureDate(DateOnly.ParseExact(date, "yyyy-MM-dd"), DatePrecision.Day),
            Seizures = [bare.Seizures[0] with { Product = Known(product), HsCode = Known(hs) }],
        };
        Assert.Equal(programmes, string.Join(' ', _tags.Tagged(read).Seizures[0].Programmes));
    }

    [Fact]
    public void A_row_that_names_nothing_that_there_is_is_an_error()
    {
        foreach (string row in (string[])["PGS,blue_powder,", "ABC,urea,", "PGS,urea,2010"])
        {
            string text = "code,parent,label_en,aliases,programme,product,valid_from\nx,,X,," + row + "\n";
            CodeList wrong = CodeListFiles.Parse(new Dictionary<string, string> { ["programme_goods.csv"] = text })["programme_goods"];
            var lists = new CodeListSet(CommittedCodeLists.All.Lists.Where(l => l.Name != "programme_goods").Append(wrong));
            Assert.Throws<FormatException>(() => new ProgrammeTags(lists));
        }
    }

    [Fact]
    public void Each_CAS_number_of_the_list_is_that_of_its_product() =>
        Assert.All(CommittedCodeLists.All["programme_goods"].Codes.Where(c => c.Attribute("cas") is not null), c =>
            Assert.Equal(CommittedCodeLists.All["products"].FindCode(c.Attribute("product")!)!.Attribute("cas"), c.Attribute("cas"))
        );

    private static Stated Known(string? code) => code is null ? default : new Stated(code, null);
}
