using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using SeizureIntel.App.Settings;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Workbench.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.App.Settings;

public sealed class OperationsPageTests
{
    // Whatever states a section is one, so that a new one cannot be left out.
    public static TheoryData<Type> Sections =>
        [
            .. House
                .Projects.Keys.Where(p => p != "SeizureIntel.Dashboards")
                .Select(Assembly.Load)
                .SelectMany(a => a.GetTypes())
                .Where(t => t.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true }),
        ];

    [Fact]
    public void There_are_sections_for_folder_storage_search_reporting_bulletins_and_mapping() =>
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(FolderOptions),
                nameof(StorageOptions),
                nameof(SearchOptions),
                nameof(ReportingOptions),
                nameof(BulletinOptions),
                nameof(MappingOptions),
            },
            Sections.Select(s => s.Data.Name).ToHashSet(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_setting_stands_in_the_operations_page(Type options)
    {
        string page = File.ReadAllText(Path.Combine(House.Root, "docs", "operations.md"));
        string section = (string)options.GetField("Section")!.GetRawConstantValue()!;
        // A section within a section is looked at by itself.
        PropertyInfo[] settings =
        [
            .. options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.PropertyType.GetField("Section") is null),
        ];
        Assert.NotEmpty(settings);
        Assert.All(settings, p => Assert.Contains($"`{section}:{p.Name}`", page, StringComparison.Ordinal));
    }
}
