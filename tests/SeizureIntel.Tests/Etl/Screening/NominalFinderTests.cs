using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

public sealed class NominalFinderTests
{
    // ISO 6346: CSQU3054383. ISO 13616: GB29NWBK60161331926819. 49 CFR 565: 1M8GDM9AXKP042788. The others have the sums of their countries.
    [Theory]
    [InlineData("CSQU3054383")]
    [InlineData("CSQU-3054383")]
    [InlineData("CSQU305438/3")]
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("1M8GDM9AXKP042788")]
    [InlineData("529.982.247-25")]
    [InlineData("EQABCDEFGHIJKLMNOPQRSTUVWXYZ-_0123456789abcdefgh")]
    public void A_reference_that_is_a_number_of_something_as_a_whole_is_told(string reference) =>
        Assert.True(NominalFinder.IsNumberOfSomething(reference));

    [Theory]
    [InlineData("BE-2020-00001")]
    [InlineData("2020/0117")]
    [InlineData("ABC-2020-00017")]
    [InlineData("BE-2020-CSQU3054383")]
    [InlineData("CSQU-3054384")]
    public void A_reference_that_is_none_passes(string reference) => Assert.False(NominalFinder.IsNumberOfSomething(reference));
}
