using System;
using System.IO;
using System.Reflection;
using SeizureIntel.App.Settings;
using SeizureIntel.Reporting.Settings;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Settings;
using Xunit;

namespace SeizureIntel.Tests.App.Settings;

public sealed class OperationsPageTests
{
    public static TheoryData<Type> Sections =>
        [
            typeof(FolderOptions),
            typeof(StorageOptions),
            typeof(SearchOptions),
            typeof(ReportingOptions),
            typeof(BulletinOptions),
            typeof(MappingOptions),
        ];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_setting_stands_in_the_operations_page(Type options)
    {
        string page = File.ReadAllText(Path.Combine(Root(), "docs", "operations.md"));
        string section = (string)options.GetField("Section")!.GetRawConstantValue()!;
        Assert.All(options.GetProperties(BindingFlags.Public | BindingFlags.Instance), p =>
            Assert.Contains($"`{section}:{p.Name}`", page, StringComparison.Ordinal)
        );
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SeizureIntel.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
