using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Sluice.Generators.Infrastructure;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>Reads the validation attributes of a configuration property and says why one does not fit it (SLC011).</summary>
internal sealed class ConfigurationRuleParser(
    INamedTypeSymbol configuration,
    Compilation compilation,
    ConfigurationReporter reporter,
    CancellationToken cancellation)
{
    private const string InCode = "implement IValidatableObject instead";
    private const string Reflection = $"it uses reflection, which does not survive trimming; {InCode}";

    /// <summary>The rules of a property, without those that do not fit; <paramref name="accepted"/> are their attributes.</summary>
    public EquatableArray<ConfigurationRuleModel> Parse(
        IPropertySymbol property,
        ConfigurationTypeModel type,
        IEnumerable<AttributeData> attributes,
        out List<AttributeData> accepted)
    {
        accepted = [];
        var rules = new List<ConfigurationRuleModel>();
        foreach (var attribute in attributes)
        {
            // An attribute that does not compile yet is no finding: the compiler has spoken.
            if (attribute is not { AttributeClass: { TypeKind: not TypeKind.Error } attributeClass, AttributeConstructor: { } constructor }
                || !attribute.IsValidation
                || attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value)).Any(IsBroken)
                || attribute.ConstructorArguments.Length != constructor.Parameters.Length)
            {
                continue;
            }

            // Says how a value is shown, and checks nothing.
            if (attribute.IsDataAnnotation("DataTypeAttribute"))
                continue;

            var problem = Problem(property, type, attribute, attributeClass, constructor);
            if (problem is null)
            {
                var rule = Rule(type, attribute, attributeClass);
                // A missing value should be called missing, whatever the other rules say about it.
                rules.Insert(attribute.IsDataAnnotation("RequiredAttribute") ? 0 : rules.Count, rule);
                accepted.Add(attribute);
                continue;
            }

            reporter.Report("SLC011", attribute, cancellation, ShortName(attributeClass), property.Name, problem);
        }

        return rules.ToEquatableArray();
    }

    /// <summary>Whether the attribute counts characters or items, and so has a constructor that is not safe for trimming.</summary>
    public static bool IsLength(INamedTypeSymbol? attributeClass)
        => attributeClass is { Name: "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute" } && attributeClass.IsDataAnnotation;

    private static bool IsBroken(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => true,
        TypedConstantKind.Array => !constant.IsNull && constant.Values.Any(IsBroken),
        TypedConstantKind.Type => constant.Value is IErrorTypeSymbol,
        _ => false,
    };

    private static string ShortName(INamedTypeSymbol type)
        => type.Name.EndsWith("Attribute", StringComparison.Ordinal) && type.Name.Length > 9 ? type.Name.Substring(0, type.Name.Length - 9) : type.Name;

    private string? Problem(
        IPropertySymbol property,
        ConfigurationTypeModel type,
        AttributeData attribute,
        INamedTypeSymbol attributeClass,
        IMethodSymbol constructor)
    {
        if (!compilation.IsSymbolAccessibleWithin(constructor, configuration) || !compilation.IsSymbolAccessibleWithin(attributeClass, configuration))
            return "it cannot be seen from the configuration class";
        if (!attributeClass.IsDataAnnotation)
            return IsUnsafe(attributeClass) || IsUnsafe(constructor) ? Reflection : null;

        var arguments = attribute.ConstructorArguments;
        return attributeClass.Name switch
        {
            "RequiredAttribute" => null,
            "CompareAttribute" or "CustomValidationAttribute" => Reflection,
            "RangeAttribute" => RangeProblem(type, arguments),
            "MinLengthAttribute" or "MaxLengthAttribute" or "LengthAttribute" => LengthProblem(type, attributeClass.Name, arguments),
            "AllowedValuesAttribute" or "DeniedValuesAttribute" => ValuesProblem(property, type, arguments),
            "UrlAttribute" when type is { Kind: ConfigurationValueKind.Uri, Shape: ConfigurationShape.Single }
                => "it checks text, and a Uri is an absolute one already; remove it",
            "StringLengthAttribute" or "RegularExpressionAttribute" or "UrlAttribute" or "EmailAddressAttribute" or "PhoneAttribute"
                or "CreditCardAttribute" or "FileExtensionsAttribute" or "Base64StringAttribute" => TextProblem(type, attribute),
            _ => IsUnsafe(constructor) ? Reflection : null,
        };
    }

    private static string? RangeProblem(ConfigurationTypeModel type, IReadOnlyList<TypedConstant> arguments)
    {
        if (arguments.Count != 2)
            return $"limits given as text are converted by reflection, which does not survive trimming; use [Range] with two numbers, or {InCode}";
        if (!IsNumber(type))
            return $"it needs a number; {InCode}";
        return Limit(arguments[0]) > Limit(arguments[1]) ? "its minimum is above its maximum; exchange them" : null;

        static double Limit(TypedConstant argument) => Convert.ToDouble(argument.Value, CultureInfo.InvariantCulture);
    }

    private static string? LengthProblem(ConfigurationTypeModel type, string name, IReadOnlyList<TypedConstant> arguments)
    {
        if (type is { Kind: not ConfigurationValueKind.String, Shape: ConfigurationShape.Single })
            return $"it needs a text or a list; {InCode}";
        var areWrong = (name, arguments) switch
        {
            ("MinLengthAttribute", [{ Value: int length }]) => length < 0,
            ("MaxLengthAttribute", [{ Value: int length }]) => length < -1 || length == 0,
            ("LengthAttribute", [{ Value: int minimum }, { Value: int maximum }]) => minimum < 0 || maximum < minimum,
            _ => false,
        };
        return areWrong ? "its limits can never hold; correct them" : null;
    }

    private static string? TextProblem(ConfigurationTypeModel type, AttributeData attribute)
    {
        if (type is not { Kind: ConfigurationValueKind.String, Shape: ConfigurationShape.Single })
            return $"it needs a text; {InCode}";
        switch (attribute.AttributeClass!.Name, attribute.ConstructorArguments)
        {
            case ("StringLengthAttribute", [{ Value: int maximum }]) when maximum < 0 || attribute.Argument<int>("MinimumLength") > maximum:
                return "its limits can never hold; correct them";
            case ("RegularExpressionAttribute", [{ Value: string pattern }]):
                try
                {
                    _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
                    return null;
                }
                catch (ArgumentException)
                {
                    return "its pattern is no regular expression; correct it";
                }

            default:
                return null;
        }
    }

    private static string? ValuesProblem(IPropertySymbol property, ConfigurationTypeModel type, IReadOnlyList<TypedConstant> arguments)
    {
        if (type.Shape != ConfigurationShape.Single)
            return $"it needs a single value; {InCode}";
        if (arguments is not [{ Kind: TypedConstantKind.Array, IsNull: false } values])
            return "it needs values";
        var valueType = property.Type.NullableValue ?? property.Type;
        return values.Values.All(IsPossible) ? null : $"its values must be of the property's type; {InCode}";

        bool IsPossible(TypedConstant value) => value.IsNull
            || Converted(type.Kind, value) is not null
            || (value.Kind == TypedConstantKind.Enum && SymbolEqualityComparer.Default.Equals(value.Type, valueType));
    }

    private static bool IsNumber(ConfigurationTypeModel type) => type is
    {
        Shape: ConfigurationShape.Single,
        Kind: ConfigurationValueKind.Int32 or ConfigurationValueKind.Int64 or ConfigurationValueKind.Double or ConfigurationValueKind.Decimal,
    };

    // The attributes compare with Equals, for which 1 and 1L differ; whoever writes 1 means the number.
    private static string? Converted(ConfigurationValueKind kind, TypedConstant value) => (kind, value.Value) switch
    {
        _ when value.Kind != TypedConstantKind.Primitive => null,
        (ConfigurationValueKind.String, string text) => CSharpLiteral.Of(text),
        (ConfigurationValueKind.Boolean, bool flag) => CSharpLiteral.Of(flag),
        (ConfigurationValueKind.Int32, int number) => CSharpLiteral.Of(number),
        (ConfigurationValueKind.Int64, int number) => CSharpLiteral.Of((long)number),
        (ConfigurationValueKind.Int64, long number) => CSharpLiteral.Of(number),
        (ConfigurationValueKind.Double, int number) => CSharpLiteral.Of((double)number),
        (ConfigurationValueKind.Double, double number) => CSharpLiteral.Of(number),
        (ConfigurationValueKind.Decimal, int number) => CSharpLiteral.Of((decimal)number),
        _ => null,
    };

    private static bool IsUnsafe(ISymbol symbol) => symbol.GetAttributes().Any(attribute
        => attribute.AttributeClass?.IsNamed("System.Diagnostics.CodeAnalysis", "RequiresUnreferencedCodeAttribute") == true
            || attribute.AttributeClass?.IsNamed("System.Diagnostics.CodeAnalysis", "RequiresDynamicCodeAttribute") == true);

    private static ConfigurationRuleModel Rule(ConfigurationTypeModel type, AttributeData attribute, INamedTypeSymbol attributeClass)
    {
        var isStandard = attributeClass.IsDataAnnotation;
        return new(
            IsLength(attributeClass) && !attribute.ConstructorArguments.IsEmpty
                ? $"global::Sluice.Runtime.ConfigurationRules.{ShortName(attributeClass)}"
                : $"new {attributeClass.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}",
            attribute.ConstructorArguments.Select(argument => Argument(type, attributeClass, isStandard, argument)).ToEquatableArray(),
            attribute.NamedArguments
                .Select(argument => new ConfigurationRuleArgument(CSharpLiteral.Identifier(argument.Key), CSharpLiteral.Of(argument.Value)))
                .ToEquatableArray());
    }

    private static string Argument(ConfigurationTypeModel type, INamedTypeSymbol attributeClass, bool isStandard, TypedConstant argument)
        => (isStandard, attributeClass.Name, argument) switch
        {
            // With limits of type int it makes an int of the value first: 1.4 would pass as 1, and 3000000000 would throw.
            (true, "RangeAttribute", { Value: int limit }) when type.Kind != ConfigurationValueKind.Int32 => CSharpLiteral.Of((double)limit),
            (true, "AllowedValuesAttribute" or "DeniedValuesAttribute", { Kind: TypedConstantKind.Array, IsNull: false }) => argument.Values.IsEmpty
                ? "new object?[0]"
                : $"new object?[] {{ {string.Join(", ", argument.Values.Select(value => Converted(type.Kind, value) ?? CSharpLiteral.Of(value)))} }}",
            _ => CSharpLiteral.Of(argument),
        };
}
