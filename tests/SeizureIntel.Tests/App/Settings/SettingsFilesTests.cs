using System;
using System.IO;
using Microsoft.Extensions.Configuration;
using SeizureIntel.App.Settings;
using SeizureIntel.Workbench.Faults;
using Xunit;

namespace SeizureIntel.Tests.App.Settings;

public sealed class SettingsFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-settings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_of_the_folder_of_secrets_is_the_setting_that_it_is_named_as()
    {
        // Editors and echo end a file with a line end, which is no part of a password.
        File.WriteAllText(Path.Combine(_folder.FullName, "Search__Elasticsearch__Password"), "a b\n");
        File.WriteAllText(
            Path.Combine(_folder.FullName, "appsettings.json"),
            """{"Search":{"Elasticsearch":{"Password":"old","User":"ana"}}}"""
        );

        IConfiguration settings = SettingsFiles.Read(_folder.FullName, _folder.FullName);

        Assert.Equal(("a b", "ana"), (settings["Search:Elasticsearch:Password"], settings["Search:Elasticsearch:User"]));
    }

    [Fact]
    public void Without_a_folder_of_secrets_the_other_places_hold() =>
        Assert.Null(SettingsFiles.Read(_folder.FullName, null)["Search:Elasticsearch:Password"]);

    [Fact]
    public void A_folder_that_is_not_there_is_a_wrong_setting_and_not_an_empty_one()
    {
        Fault fault = Assert.Throws<Fault>(() => SettingsFiles.Read(_folder.FullName, Path.Combine(_folder.FullName, "absent")));
        Assert.Equal((2, "wrong_setting"), (fault.ExitCode, fault.Code));
        Assert.Contains(SettingsFiles.SecretsVariable, fault.Message, StringComparison.Ordinal);
    }
}
