using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SeizureIntel.Storage.Model;

/// <summary>The columns bear the template's names.</summary>
internal static class ColumnNames
{
    public static void Give(IMutableModel model)
    {
        foreach (IMutableEntityType entity in model.GetEntityTypes())
        {
            foreach (IMutableProperty property in entity.GetProperties())
                property.SetColumnName(Snake(property.Name));
        }
    }

    // The template writes a trailing figure apart (quantity_2), except in admin1 and sha256.
    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            bool starts = char.IsAsciiLetterUpper(name[i]) || (name[i] == '2' && i == name.Length - 1);
            if (starts && i > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
