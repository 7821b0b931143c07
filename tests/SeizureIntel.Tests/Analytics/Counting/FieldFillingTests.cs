using SeizureIntel.Analytics.Counting;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class FieldFillingTests
{
    [Fact]
    public void A_reporter_that_begins_to_state_a_field_explains_the_rise_of_its_codes() =>
        // 60 of 190 a quarter known, then 200 of 201: the share triples and the seizures stay.
        Assert.True(FieldFilling.Explains(new(60, 190), new(200, 201), isRise: true));

    [Fact]
    public void A_new_trade_that_is_stated_in_full_is_no_filling() =>
        // 10 of 100 known, then 60 of 150: the share grows fourfold, and so do the seizures, by the same 50.
        Assert.False(FieldFilling.Explains(new(10, 100), new(60, 150), isRise: true));

    [Fact]
    public void A_field_filled_as_often_as_before_explains_nothing() =>
        Assert.False(FieldFilling.Explains(new(50, 100), new(150, 300), isRise: true));

    [Fact]
    public void A_reporter_that_ceases_to_state_a_field_explains_the_fall_of_its_codes_and_no_rise()
    {
        Assert.True(FieldFilling.Explains(new(90, 100), new(5, 95), isRise: false));
        Assert.False(FieldFilling.Explains(new(90, 100), new(5, 95), isRise: true));
    }

    [Fact]
    public void A_reporter_that_falls_silent_is_no_filling() =>
        // The seizures fell with the known ones: silence is told of the reporter, not of its fields.
        Assert.False(FieldFilling.Explains(new(90, 100), new(0, 0), isRise: false));
}
