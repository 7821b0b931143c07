using System;
using SeizureIntel.Queries;
using Xunit;

namespace SeizureIntel.Tests.Queries;

public sealed class SeizureQueryJsonTests
{
    [Fact]
    public void A_query_is_written_with_its_conditions_only_and_fields_in_order() =>
        Assert.Equal(
            """{"where":{"heading":["H01"],"leg":["CO>ES"]},"from":"2013-01-01"}""",
            SeizureQueryJson.Write(SeizureQuery.All.With("leg", "CO>ES").With("heading", "H01") with { From = new DateOnly(2013, 1, 1) })
        );

    [Fact]
    public void The_query_for_everything_is_the_empty_object() => Assert.Equal("{}", SeizureQueryJson.Write(SeizureQuery.All));

    [Fact]
    public void What_was_written_reads_back_to_the_same_text()
    {
        const string text =
            """{"text":"coca \"base\"","where":{"product":["cocaine_hcl","coca_paste"]},"not":"""
            + """{"source":["x"]},"from":"2013-01-01","to":"2013-12-31","and":{"where":{"product":["coca"]}}}""";
        Assert.Equal(text, SeizureQueryJson.Write(SeizureQueryJson.Read(text)));
    }

    [Fact]
    public void A_single_value_needs_no_list() =>
        Assert.Equal(["H08"], SeizureQueryJson.Read("""{"where":{"heading":"H08"}}""").Where["heading"]);

    [Fact]
    public void The_ceiling_of_an_earlier_version_is_a_condition_on_the_marking()
    {
        SeizureQuery old = SeizureQueryJson.Read("""{"ceiling":"TLP:AMBER","where":{"heading":["H01"]},"and":{"ceiling":"green"}}""");
        Assert.Equal(
            """{"where":{"heading":["H01"],"marking":["TLP:CLEAR","TLP:GREEN","TLP:AMBER"]},"and":{"where":{"marking":["TLP:CLEAR","TLP:GREEN"]}}}""",
            SeizureQueryJson.Write(old)
        );
    }

    [Fact]
    public void A_ceiling_beside_a_condition_on_the_marking_narrows_it() =>
        Assert.Equal(
            """{"where":{"marking":["TLP:CLEAR"]},"and":{"where":{"marking":["TLP:RED"]}}}""",
            SeizureQueryJson.Write(SeizureQueryJson.Read("""{"where":{"marking":["TLP:RED"]},"ceiling":"TLP:CLEAR"}"""))
        );

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"whare":{}}""")]
    [InlineData("""{"from":"31/12/2013"}""")]
    [InlineData("""{"ceiling":"SECRET"}""")]
    [InlineData("""{"where":{"heading":[1]}}""")]
    public void What_is_no_query_is_refused(string text) => Assert.Throws<FormatException>(() => SeizureQueryJson.Read(text));
}
