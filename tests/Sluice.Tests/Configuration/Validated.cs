using System.ComponentModel.DataAnnotations;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Sluice.Tests.Configuration;

/// <summary>The validation attributes, and a check of its own.</summary>
[ConnectorConfiguration]
public sealed partial class Validated : IValidatableObject
{
    [ConfigurationProperty(DisplayName = "Server name"), StringLength(12, MinimumLength = 2), Required]
    public string Server { get; set; } = "";

    [Length(1, 3)]
    public IReadOnlyList<int> Ports { get; set; } = [389];

    [EmailAddress, MaxLength(20)]
    public string? Mail { get; set; }

    [AllowedValues("fast", "safe", null)]
    public string? Mode { get; set; }

    [Range(0, 1)]
    public double Ratio { get; set; } = 0.5;

    [DeniedValues(13, 14), Range(0, 100)]
    public long Level { get; set; }

    [ConfigurationProperty(Confidential = true), RegularExpression("^[a-z]+$"), NotThis("hunter", Hint = "Choose another.")]
#pragma warning disable SLC501 // what becomes of a confidential text is tested here
    public string? Password { get; set; } = "geheim";
#pragma warning restore SLC501

    [Required]
    public GuardedString? Key { get; set; } = GuardedString.FromString("schluessel");

    [Range(1, 64)]
    public int Threads { get; set; } = 4;

    public int First { get; set; }

    public int Last { get; set; } = 9;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (First > Last)
            yield return new("First is after Last.", [nameof(First), nameof(Last)]);
        if (Level == 7)
            yield return new($"Level 7 and {Password} and {Key!.Access(text => text.ToString())} do not go together.");
        yield return ValidationResult.Success!;
    }

    /// <summary>A rule of the user's that gossips.</summary>
    [AttributeUsage(AttributeTargets.Property)]
    private sealed class NotThisAttribute(params string[] words) : ValidationAttribute
    {
        public string Hint { get; set; } = "";

        protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
            => validationContext.ObjectInstance is Validated && value is string text && words.Contains(text)
                ? new($"{value} is not allowed for {validationContext.MemberName}. {Hint}")
                : ValidationResult.Success;
    }
}
