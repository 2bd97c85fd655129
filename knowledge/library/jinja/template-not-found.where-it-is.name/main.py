"""The template is called otherwise."""
# needs: jinja2
# fails: jinja2.exceptions.TemplateNotFound at line 8
# prints: Hello Ana
from jinja2 import Environment, FileSystemLoader

env = Environment(loader=FileSystemLoader("templates"))
page = env.get_template("pgae.txt")  # the greeting
print(page.render(name="Ana"))
