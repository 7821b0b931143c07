using System.Globalization;
using SeizureIntel.Etl.Normalisation;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("490.0", "490")]
    [InlineData("0,5", "0.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1 234 567", "1234567")]
    [InlineData("1\u202f234,5", "1234.5")]
    [InlineData("1'234.5", "1234.5")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("12,12,000/-", "1212000")]
    [InlineData("5,000/=", "5000")]
    [InlineData("500,-", "500")]
    [InlineData("1'250.-", "1250")]
    [InlineData("1e-05", "0.00001")]
    [InlineData("０．５", "0.5")]
    [InlineData("١٢٫٥", "12.5")]
    [InlineData("-3", "-3")]
    // 一百二十 is 120, 萬 counts ten thousands, 點 stands before the decimals.
    [InlineData("一百二十萬", "1200000")]
    [InlineData("五十五", "55")]
    [InlineData("一百零五", "105")]
    [InlineData("十二", "12")]
    [InlineData("一點二", "1.2")]
    [InlineData("三十二点五", "32.5")]
    [InlineData("一億二千萬", "120000000")]
    [InlineData("二〇一三", "2013")]
    [InlineData("３．５万", "35000")]
    [InlineData("１７６萬", "1760000")]
    [InlineData("２千", "2000")]
    public void A_number_is_read(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), NumberText.Read(text, DecimalMark.Undecided, out _));

    [Theory]
    [InlineData("1.234", "1.234", "1234")]
    [InlineData("1,234", "1234", "1.234")]
    [InlineData("12.50", "12.50", "12.50")]
    public void Three_digits_after_one_mark_follow_the_column(string text, string withPoint, string withComma)
    {
        Assert.Equal(decimal.Parse(withPoint, CultureInfo.InvariantCulture), NumberText.Read(text, DecimalMark.Point, out _));
        Assert.Equal(decimal.Parse(withComma, CultureInfo.InvariantCulture), NumberText.Read(text, DecimalMark.Comma, out _));
    }

    [Theory]
    [InlineData("1/4")]
    [InlineData("171008＋145290+21042")]
    [InlineData("no data, believed from at least 16 pangolins")]
    [InlineData("5-10")]
    [InlineData("5-")]
    [InlineData("1.2.3")]
    [InlineData("萬")]
    [InlineData("1 23")]
    [InlineData("")]
    public void What_is_no_single_number_is_none(string text) => Assert.Null(NumberText.Read(text, DecimalMark.Undecided, out _));

    [Fact]
    public void Words_behind_the_number_are_given_back()
    {
        Assert.Equal(5m, NumberText.Read("5 kg", DecimalMark.Undecided, out string rest));
        Assert.Equal("kg", rest);
    }

    [Theory]
    [InlineData("0,5", "Comma")]
    [InlineData("0.045", "Point")]
    [InlineData("1.234.567", "Comma")]
    [InlineData("1,234.5", "Point")]
    [InlineData("1.234", "Undecided")]
    [InlineData("1234.567", "Point")]
    [InlineData(".5", "Point")]
    [InlineData(".123", "Undecided")]
    [InlineData("5.", "Point")]
    [InlineData(".", "Undecided")]
    [InlineData("42", "Undecided")]
    public void A_number_tells_of_its_column_what_it_can(string text, string expected) =>
        Assert.Equal(expected, NumberText.Evidence(text).ToString());
}
