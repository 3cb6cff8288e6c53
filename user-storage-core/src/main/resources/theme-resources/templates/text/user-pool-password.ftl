<#ftl output_format="plainText">
${poolRequested}

${poolText}
<#list poolLinks as link>

${link.label}: ${link.href}
</#list>

${poolIgnore}
