using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using SeizureIntel.App.Settings;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Search.Elasticsearch;
using SeizureIntel.Workbench.Submissions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace SeizureIntel.Tests.App.Settings;

/// <summary>What docker-compose.yml says, read as YAML: no container engine is needed, and none is tried.</summary>
public sealed class ComposeFileTests
{
    private static readonly YamlMappingNode Root = Load();

    private static YamlMappingNode Services => (YamlMappingNode)Root["services"];

    [Fact]
    public void App_SQL_Server_and_Elasticsearch_come_up_together() =>
        Assert.Equal(
            ["app", "elasticsearch", "secrets", "sqlserver"],
            // A service with a profile does not start by itself.
            Services
                .Where(s => !((YamlMappingNode)s.Value).Children.ContainsKey("profiles"))
                .Select(s => s.Key.ToString())
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("app")]
    [InlineData("sqlserver")]
    [InlineData("elasticsearch")]
    public void What_runs_on_says_whether_it_is_well_and_keeps_what_it_holds(string name)
    {
        YamlMappingNode service = Service(name);
        Assert.NotEmpty(Texts(service["healthcheck"]["test"]));
        string[] mounted = [.. Texts(service["volumes"]).Select(v => v.Split(':')[0])];
        Assert.Subset(((YamlMappingNode)Root["volumes"]).Children.Keys.Select(k => k.ToString()).ToHashSet(), mounted.ToHashSet());
        Assert.Contains(mounted, v => !v.EndsWith("-secrets", StringComparison.Ordinal));
    }

    [Fact]
    public void The_app_waits_for_passwords_and_for_engines_that_are_well() =>
        Assert.Equal(
            ["elasticsearch: service_healthy", "secrets: service_completed_successfully", "sqlserver: service_healthy"],
            ((YamlMappingNode)Service("app")["depends_on"]).Select(d => $"{d.Key}: {d.Value["condition"]}").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_tests_run_on_the_same_Elasticsearch()
    {
        string image = Service("elasticsearch")["image"].ToString();
        Assert.Equal(FoundElasticsearch.Image, image);
        Assert.Matches(@":9\.\d+\.\d+$", image);
    }

    [Fact]
    public void No_password_stands_in_the_file_and_no_engine_can_be_reached_from_outside()
    {
        foreach ((YamlNode name, YamlNode service) in Services)
        {
            YamlMappingNode environment = ((YamlMappingNode)service).Children.TryGetValue("environment", out YamlNode? given)
                ? (YamlMappingNode)given
                : [];
            foreach ((YamlNode key, YamlNode value) in environment)
            {
                if (key.ToString().Contains("PASSWORD", StringComparison.OrdinalIgnoreCase))
                    Assert.Equal(("ELASTIC_PASSWORD_FILE", "/run/secrets/elasticsearch/password"), (key.ToString(), value.ToString()));
            }

            bool isPublished = ((YamlMappingNode)service).Children.TryGetValue("ports", out YamlNode? ports);
            Assert.Equal(name.ToString() == "app", isPublished);
            Assert.All(isPublished ? Texts(ports!) : [], p => Assert.StartsWith("127.0.0.1:", p, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_secret_is_mounted_by_those_who_need_it_and_can_be_changed_by_none_of_them()
    {
        string[] mounts = [.. new[] { "app", "sqlserver", "elasticsearch" }.SelectMany(s => Texts(Service(s)["volumes"]))];
        Assert.Equal(
            [
                "app-secrets:/run/secrets/app:ro",
                "elasticsearch-secrets:/run/secrets/elasticsearch:ro",
                "sqlserver-secrets:/run/secrets/sqlserver:ro",
            ],
            mounts.Where(m => m.Contains("secrets", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.Equal("/run/secrets/app", Service("app")["environment"][SettingsFiles.SecretsVariable].ToString());
    }

    [Fact]
    public void The_first_start_makes_passwords_that_fit_each_other_and_the_next_leaves_them()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("seizureintel-secrets-");
        try
        {
            foreach (string part in new[] { "app", "sqlserver", "elasticsearch" })
                folder.CreateSubdirectory(part);
            MakeSecrets(folder);
            string Of(string file) => File.ReadAllText(Path.Combine(folder.FullName, file));
            string sql = Of("sqlserver/password"),
                elastic = Of("elasticsearch/password");

            Assert.NotEqual(sql, elastic);
            Assert.Matches("^[A-Za-z0-9=]{32,}$", elastic);
            // SQL Server wants three of capitals, small letters, digits and signs.
            Assert.True(
                sql.Length >= 32 && sql.Any(char.IsAsciiLetterUpper) && sql.Any(char.IsAsciiLetterLower) && sql.Any(char.IsAsciiDigit)
            );
            IConfiguration settings = Settings(Path.Combine(folder.FullName, "app"));
            var storage = SettingsReader.Read<StorageOptions>(settings, StorageOptions.Section);
            var connection = new SqlConnectionStringBuilder(storage.Connection());
            Assert.Equal((StorageProvider.SqlServer, "sqlserver", sql), (storage.Provider, connection.DataSource, connection.Password));
            var search = SettingsReader.Read<SearchOptions>(settings, SearchOptions.Section, typeof(FeedingOptions));
            Assert.Equal((SearchKind.Elasticsearch, elastic), (search.Kind, search.Elasticsearch.Password));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(
                    UnixFileMode.UserRead,
                    File.GetUnixFileMode(Path.Combine(folder.FullName, "app", "Search__Elasticsearch__Password"))
                );

            MakeSecrets(folder);
            Assert.Equal((sql, elastic), (Of("sqlserver/password"), Of("elasticsearch/password")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The app's settings as the container gives them: its environment, and the files of its secrets.
    private static IConfiguration Settings(string secrets) =>
        new ConfigurationBuilder()
            .AddConfiguration(SettingsFiles.Read(secrets, secrets))
            .AddInMemoryCollection(
                ((YamlMappingNode)Service("app")["environment"]).Children.Select(e => new KeyValuePair<string, string?>(
                    e.Key.ToString().Replace("__", ":", StringComparison.Ordinal),
                    e.Value.ToString()
                ))
            )
            .Build();

    // The script of the file in a folder of this machine; to whom the files belong is left to the real one.
    private static void MakeSecrets(DirectoryInfo folder)
    {
        string script = Texts(Service("secrets")["command"])
            .Single()
            .Replace("$$", "$", StringComparison.Ordinal)
            .Replace("cd /secrets", $"cd '{folder.FullName}'\nchown() {{ :; }}", StringComparison.Ordinal);
        Assert.Matches(new Regex("chown 10001 app/\\* sqlserver/\\*\nchown 1000 elasticsearch/\\*"), script);
        string[] entry = [.. Texts(Service("secrets")["entrypoint"])];
        var start = new ProcessStartInfo(entry[0], [.. entry.Skip(1), script]) { RedirectStandardError = true };
        // A locale that the machine lacks is none of the script's errors.
        start.Environment["LC_ALL"] = "C";
        using Process made = Process.Start(start)!;
        string errors = made.StandardError.ReadToEnd();
        made.WaitForExit();
        Assert.Equal((0, ""), (made.ExitCode, errors));
    }

    private static YamlMappingNode Service(string name) => (YamlMappingNode)Services[name];

    private static IEnumerable<string> Texts(YamlNode node) => ((YamlSequenceNode)node).Select(n => n.ToString());

    private static YamlMappingNode Load()
    {
        using var text = new StreamReader(Path.Combine(House.Root, "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
