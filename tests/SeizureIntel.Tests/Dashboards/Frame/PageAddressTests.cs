using SeizureIntel.Dashboards.Frame;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Frame;

public sealed class PageAddressTests
{
    private static readonly PageAddress Address = new(
        "/search",
        [("text", "found in"), ("where", "product=COCAINE"), ("from", "2024"), ("facets", "product"), ("cursor", "abc"), ("open", "X1")]
    );

    [Fact]
    public void Another_condition_leaves_the_place_in_the_old_list() =>
        Assert.Equal(
            "/search?text=found+in&where=product=COCAINE&from=2024&facets=product&where=heading=H01",
            Address.Plus("where", "heading=H01").ToString()
        );

    [Fact]
    public void A_row_opens_beside_the_page_of_the_list_that_it_is_on() =>
        Assert.Equal(
            "/search?text=found+in&where=product=COCAINE&from=2024&facets=product&cursor=abc&open=X2",
            Address.With("open", "X2").ToString()
        );

    [Fact]
    public void The_scope_alone_goes_along_to_another_page() =>
        Assert.Equal("/trends?text=found+in&where=product=COCAINE&from=2024", Address.At("/trends").ToString());

    [Fact]
    public void Clearing_keeps_what_is_no_scope() => Assert.Equal("/search?facets=product", Address.Cleared().ToString());

    [Fact]
    public void One_of_several_values_is_taken_out() =>
        Assert.Equal(
            "/search?where=product=HERBAL",
            new PageAddress("/search", [("where", "product=COCAINE"), ("where", "product=HERBAL")])
                .Minus("where", "product=COCAINE")
                .ToString()
        );

    [Fact]
    public void Signs_with_a_meaning_in_addresses_are_escaped() =>
        Assert.Equal("/search?text=a%26b%2B%23+%22c%22", new PageAddress("/search", []).With("text", "a&b+# \"c\"").ToString());
}
