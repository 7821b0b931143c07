using System;
using System.Diagnostics;
using System.Linq;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>Firms in Chinese text: what is one, and goods, brands and places that end alike.</summary>
public sealed class HanFinderTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("Red Bull饮料，40箱")]
    [InlineData("Pepsi饮料，20箱")]
    [InlineData("Huawei设备，3台")]
    [InlineData("Dole水果，12箱")]
    [InlineData("Bosch器材，6件")]
    [InlineData("经查系Monster Energy饮料，60罐")]
    public void A_brand_before_its_goods_stays(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Theory]
    [InlineData("捣毁地下加工厂，抓获3人")]
    [InlineData("当地药店，售出2盒")]
    [InlineData("查处无证食品厂，起获原料")]
    [InlineData("附近茶行，起获鱼翅")]
    [InlineData("一处回收站，堆放废电池")]
    [InlineData("查获伪造印章制作设备，12件")]
    [InlineData("货物发往南非设备，3台")]
    [InlineData("由越南进口水果，4吨")]
    public void Places_and_goods_without_a_name_stay(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Theory]
    [InlineData("捣毁鸿运食品厂，抓获3人", "捣毁[company]，抓获3人")]
    [InlineData("东莞百顺五金商行售出手套3箱", "[company]售出手套3箱")]
    [InlineData("运费由苏州云水服饰工作室支付", "运费由[company]支付")]
    [InlineData("鑫旺食品厂，违规添加", "[company]，违规添加")]
    [InlineData("收货人：宁波鸿泰设备，货值不明", "收货人：[company]，货值不明")]
    [InlineData("收货人DHL Mekong物流，3件", "收货人[company]，3件")]
    public void A_party_or_a_word_for_firms_makes_a_firm(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("A-")]
    [InlineData("A&")]
    [InlineData("Ab.")]
    [InlineData("A ")]
    public void Latin_signs_over_and_over_before_a_trade_take_no_longer_than_their_length(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)) + "，食品厂";
        var finder = new HanFinder(Shipped.Screening);
        finder.Find(text[..200] + "，食品厂", []);
        var watch = Stopwatch.StartNew();
        finder.Find(text, []);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed.TotalSeconds:0.0} s");
    }
}
