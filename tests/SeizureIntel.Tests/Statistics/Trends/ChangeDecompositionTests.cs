using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Trends;

public sealed class ChangeDecompositionTests
{
    [Fact]
    public void Twice_the_cases_of_half_the_size_cancel_out()
    {
        QuantityParts parts = Of(new QuantityCell("NL", "cocaine", 10, 20, 20, 20));

        // Logarithmic mean of 20 and 20 is 20; 20 ln(20/10) = 13.8629, and the size takes as much away.
        Assert.Equal(13.8629, parts.Cases, 4);
        Assert.Equal(-13.8629, parts.Size, 4);
        Assert.Equal(0, parts.Total, 12);
    }

    [Fact]
    public void As_many_cases_of_other_products_are_mix()
    {
        // 5 of 2 kg and 5 of 10 kg, then 2 of 2 kg and 8 of 10 kg: 60 kg become 84.
        QuantityParts parts = Of(new QuantityCell("NL", "cannabis", 5, 10, 2, 4), new QuantityCell("NL", "cocaine", 5, 50, 8, 80));

        Assert.Equal(24, parts.Mix, 10);
        Assert.Equal(0, parts.Cases, 10);
        Assert.Equal(0, parts.Size, 10);
    }

    [Fact]
    public void A_product_that_is_new_at_a_reporter_is_mix()
    {
        QuantityParts parts = Of(new QuantityCell("NL", "cocaine", 4, 8, 4, 8), new QuantityCell("NL", "heroin", 0, 0, 1, 5));

        // 8 ln(5/4) = 1.7851 more by number; the old product's share falls by as much, and 5 are new.
        Assert.Equal(1.7851, parts.Cases, 4);
        Assert.Equal(5 - 1.7851, parts.Mix, 4);
        Assert.Equal(5, parts.Total, 10);
    }

    [Fact]
    public void A_reporter_of_one_of_the_periods_is_panel()
    {
        Assert.Equal(new QuantityParts(7, 0, 0, 0), Of(new QuantityCell("CO", "cocaine", 0, 0, 3, 7)));
        Assert.Equal(new QuantityParts(-7, 0, 0, 0), Of(new QuantityCell("CO", "cocaine", 3, 7, 0, 0)));
    }

    [Fact]
    public void The_parts_of_the_reporters_add_up_to_the_whole_change()
    {
        QuantityCell[] cells = [new("CO", "cocaine", 0, 0, 3, 7), new("NL", "cocaine", 10, 20, 25, 41), new("NL", "heroin", 2, 1, 1, 3)];

        // 51 after and 21 before.
        Assert.Equal(30, ChangeDecomposition.Of(cells).Values.Sum(p => p.Total), 10);
    }

    [Fact]
    public void A_quantity_without_cases_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of(new QuantityCell("NL", "cocaine", 0, 3, 1, 1)));

    private static QuantityParts Of(params QuantityCell[] cells) => ChangeDecomposition.Of(cells)[cells[0].Reporter];
}
