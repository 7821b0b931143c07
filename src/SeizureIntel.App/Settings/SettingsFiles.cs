using System;
using System.IO;
using Microsoft.Extensions.Configuration;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.App.Settings;

/// <summary>Where settings stand: a file beside the program, a folder of secrets, the environment.</summary>
internal static class SettingsFiles
{
    /// <summary>The environment variable that names the folder of secrets.</summary>
    public const string SecretsVariable = "SEIZUREINTEL_SECRETS";

    /// <summary>All settings; the environment wins over secrets, and they over the file.</summary>
    /// <param name="programFolder">Folder of <c>appsettings.json</c>.</param>
    /// <param name="secretsFolder">Folder in which each file is named as a setting, such as <c>Storage__ConnectionString</c>, and holds its value;
    /// null or empty for none.</param>
    /// <exception cref="Fault">The folder is not there, or a file in it cannot be read.</exception>
    public static IConfiguration Read(string programFolder, string? secretsFolder)
    {
        IConfigurationBuilder builder = new ConfigurationBuilder().AddJsonFile(
            Path.Combine(programFolder, "appsettings.json"),
            optional: true
        );
        if (!string.IsNullOrEmpty(secretsFolder))
        {
            string folder = Path.GetFullPath(secretsFolder);
            if (!Directory.Exists(folder))
                throw Unreadable($"{SecretsVariable} is {folder}, which is no folder.");
            builder.AddKeyPerFile(folder);
        }

        try
        {
            return builder.AddEnvironmentVariables().Build();
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Unreadable(denied.Message);
        }
    }

    private static Fault Unreadable(string message) =>
        Fault.Usage("wrong_setting", message, "Give a folder whose files this user can read, each named as its setting.");
}
