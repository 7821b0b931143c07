using System;
using Microsoft.Extensions.Configuration;
using SeizureIntel.App.Settings;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;
using Xunit;

namespace SeizureIntel.Tests.App.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Without_settings_the_defaults_hold() =>
        Assert.Equal(SearchKind.Embedded, SettingsReader.Read<SearchOptions>(Of(), SearchOptions.Section).Kind);

    [Theory]
    [InlineData("Search:Kind", "Elastic", "Embedded")]
    [InlineData("Search:Kidn", "Embedded", "Kind")]
    [InlineData("Search:MostFailures", "many", "operations.md")]
    [InlineData("Search:MostFailures", "0", "operations.md")]
    public void A_wrong_setting_is_exit_code_2_and_says_what_is_allowed(string key, string value, string hint)
    {
        // Engine and feeder share the section.
        Fault fault = Assert.Throws<Fault>(() =>
        {
            SettingsReader.Read<SearchOptions>(Of((key, value)), SearchOptions.Section, typeof(FeedingOptions));
            SettingsReader.Read<FeedingOptions>(Of((key, value)), FeedingOptions.Section, typeof(SearchOptions));
        });
        Assert.Equal((2, "wrong_setting"), (fault.ExitCode, fault.Code));
        Assert.Contains("Search", fault.Message, StringComparison.Ordinal);
        Assert.Contains(hint, fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_read_the_same_in_every_culture() =>
        Assert.Equal(
            0.25,
            SettingsReader
                .Read<FeedingOptions>(Of(("Search:BackOffSeconds", "0.25")), FeedingOptions.Section, typeof(SearchOptions))
                .BackOffSeconds
        );

    [Fact]
    public void An_engine_that_is_not_in_this_build_is_a_wrong_setting() =>
        Assert.Equal(
            2,
            Assert
                .Throws<Fault>(() => SettingsReader.Read<StorageOptions>(Of(("Storage:Provider", "SqlServer")), StorageOptions.Section))
                .ExitCode
        );

    private static IConfigurationRoot Of(params (string Key, string Value)[] settings)
    {
        IConfigurationBuilder builder = new ConfigurationBuilder().AddInMemoryCollection();
        IConfigurationRoot configuration = builder.Build();
        foreach ((string key, string value) in settings)
            configuration[key] = value;
        return configuration;
    }
}
